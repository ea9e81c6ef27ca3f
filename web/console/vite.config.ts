import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env['OTKLIK_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  server: { port: 5173, proxy: { '/api': server, '/health': server } },
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // An inlined picture would need data: in the content policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
