import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One classic script: a site includes it by one line, and it must leave no name behind. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  build: {
    outDir: here('../dist/widget'),
    emptyOutDir: true,
    target: 'es2020',
    reportCompressedSize: false,
    lib: {
      entry: here('./src/embed.ts'),
      formats: ['iife'],
      name: 'otklikEmbed',
      fileName: () => 'embed.js',
    },
  },
});
