import { describe, expect, test } from 'vitest';
import { cleanHtml } from './clean-html.ts';
import { frameDocument, frameHeaders, frameSandbox } from './frame.ts';

const atNight = (html: string): string => frameDocument(cleanHtml(html).html, { theme: 'dark' });

describe('the page around a letter', () => {
  test('lets nothing run and nothing load but our own pictures', () => {
    const page = frameDocument('<p>x</p>');
    const policy = /content="(default-src[^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'none'");
    expect(policy).toContain("img-src 'self' data: blob:");
    expect(frameHeaders['content-security-policy']).toContain(policy);
    expect(frameSandbox).not.toContain('allow-scripts');
    expect(page).toContain('<body><p>x</p></body>');
  });

  test('is dark at night for a plain letter, and white paper for one with colours of its own', () => {
    expect(atNight('<p>x</p>')).toContain('<html class="dark"');
    expect(atNight('<p style="color:#000">x</p>')).toContain('<html class="paper"');
    expect(atNight('<td bgcolor="#ffffff">x</td>')).toContain('<html class="paper"');
    expect(atNight('<p style="border-left:1px solid #ccc">x</p>')).toContain('<html class="dark"');
    expect(frameDocument('x')).toContain('<html class="auto"');
    expect(frameDocument('x', { theme: 'light', language: 'ru' })).toContain(
      '<html class="light" lang="ru"',
    );
  });
});
