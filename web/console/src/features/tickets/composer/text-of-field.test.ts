import { describe, expect, it } from 'vitest';
import { cleanPaste } from './clean-paste.ts';
import { textOfField } from './text-of-field.ts';
import { wordsOf } from './rich/words-of-editor.ts';
import { typedBefore } from './typed-before.ts';

const textOf = (html: string): string => {
  const field = document.createElement('div');
  field.innerHTML = html;
  return textOfField(field);
};

describe('what is written with a form', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['<p>One</p><p><br></p><p>Two</p>', 'One\n\nTwo'],
    ['<p>One<br>Two</p>', 'One\nTwo'],
    ['<p>List:</p><ul><li>a</li><li>b</li></ul><p>End</p>', 'List:\n- a\n- b\nEnd'],
    ['<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
    ['<p>He said</p><blockquote><p>Yes</p><p>No</p></blockquote>', 'He said\nYes\nNo'],
    ['plain&nbsp;words', 'plain words'],
  ])('%j reads %j', (html, text) => {
    expect(textOf(html)).toBe(text);
  });
});

describe('what is pasted', () => {
  it('keeps its form and loses its looks, its scripts and its traps', () => {
    const pasted =
      '<div style="color:red"><h1>Head</h1><script>alert(1)</script>' +
      '<p onclick="x()">Te<span class="y"><b>x</b>t</span> <a href="javascript:alert(1)">bad</a> ' +
      '<a href="https://a.test" onmouseover="x()">good</a></p><img src=x onerror=alert(1)></div>';
    expect(cleanPaste(pasted)).toBe(
      '<p>HeadTe<b>x</b>t bad <a href="https://a.test">good</a></p>'.replace('HeadTe', 'HeadTe'),
    );
  });
  it('is not all bold because it comes from a word processor', () => {
    const docs = '<b style="font-weight:normal"><p>Calm <b>loud</b></p></b>';
    expect(cleanPaste(docs)).toBe('<p>Calm <b>loud</b></p>');
  });
});

describe('the sign before the caret', () => {
  it.each([
    ['/', { sign: '/', words: '', length: 1 }],
    ['Hello /воз', { sign: '/', words: 'воз', length: 4 }],
    ['Look @Иг', { sign: '@', words: 'Иг', length: 3 }],
    ['https://a.test', null],
    ['a/b', null],
    ['rita@there', null],
  ])('%j means %j', (before, meant) => {
    expect(typedBefore(before)).toEqual(meant);
  });
});

describe('what the rich field holds', () => {
  it.each([
    ['<p></p>', '', null],
    ['<p>a</p><p></p><p>b</p>', 'a\n\nb', '<p>a</p><p><br></p><p>b</p>'],
    ['<ul><li><p>a</p></li><li><p>b</p></li></ul>', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    [
      '<p>See <img src="/x" alt="screen.png"></p>',
      'See [screen.png]',
      '<p>See <img src="/x" alt="screen.png"></p>',
    ],
  ])('%j is sent as it is written', (shown, body, html) => {
    expect(wordsOf(shown)).toEqual({ body, html });
  });
  it('keeps a picture of ours when a part of the text is cut and pasted', () => {
    const own = '/api/v1/files/01900000-0000-7000-8000-000000000009/content';
    expect(cleanPaste(`<p data-pm-slice="1">x<img src="${own}" alt="a" width="3"></p>`)).toBe(
      `<p>x<img src="${own}" alt="a" width="3"></p>`,
    );
  });
});
