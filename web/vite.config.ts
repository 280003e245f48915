import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['KITH_API'] ?? 'http://127.0.0.1:4000';

/** Builds the client to web/dist; in development it hands everything but the screens on to the API. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  // Nothing is inlined: the content security policy allows files of our own and nothing else.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  css: {
    // govuk-frontend carries an old-browser hack that lightningcss would otherwise refuse.
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { quietDeps: true } },
  },
  server: {
    proxy: {
      '/graphql': { target: api, ws: true },
      '/sign-in': api,
      '/sign-out': api,
    },
  },
});
