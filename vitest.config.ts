import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const builtOrBrought = ['**/node_modules/**', '**/dist/**', '.node/**', '.cache/**', 'data/**'];

export default defineConfig({
  test: {
    // Two cores are the smallest machine this has to pass on; more workers than cores only make timing tests lie.
    maxWorkers: 2,
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    dangerouslyIgnoreUnhandledErrors: false,
    // One hiccup of a shared machine must not hide what the run is for; whoever needed a second try is named at its end.
    retry: process.env['CI'] ? 1 : 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: [
            '{server,corpora,scripts,contracts,bench}/**/*.test.ts',
            'e2e/browser/**/*.test.ts',
          ],
          exclude: builtOrBrought,
          globalSetup: ['server/test/global-setup.ts'],
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'web',
          environment: 'happy-dom',
          include: ['{web,widget}/**/*.test.{ts,tsx}'],
          exclude: builtOrBrought,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          exclude: [...builtOrBrought, 'e2e/browser/**'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
