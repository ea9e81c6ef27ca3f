import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env['OTKLIK_URL'] ?? 'http://127.0.0.1:3000';

/** A small classic script before everything else, as a file: the content policy allows none in the page. */
function earlyScript(): Plugin {
  let reference = '';
  return {
    name: 'early-script',
    apply: 'build',
    buildStart() {
      const source = readFileSync(here('./early/theme.js'));
      reference = this.emitFile({ type: 'asset', name: 'theme.js', source });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type === 'asset') {
          const tag = `<script src="/${this.getFileName(reference)}"></script>\n  </head>`;
          page.source = String(page.source).replace('</head>', tag);
        }
      },
    },
  };
}

/** The worker that shows calls of the push service has an address that never changes, or browsers would keep the old one. */
function pushWorker(): Plugin {
  return {
    name: 'push-worker',
    apply: 'build',
    buildStart() {
      const source = readFileSync(here('./early/push-worker.js'));
      this.emitFile({ type: 'asset', fileName: 'push-worker.js', source });
    },
  };
}

export default defineConfig({
  root: here('.'),
  plugins: [react(), earlyScript(), pushWorker()],
  server: { port: 5173, proxy: { '/api': server, '/health': server } },
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2024',
    // An inlined picture would need data: in the content policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});
