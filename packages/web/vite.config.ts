import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { wordsPlugin } from '@warder/words/vite';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';

/** The server that `vite` hands requests of the API to while the pages are worked on. */
const apiUrl = process.env['WARDER_PUBLIC_URL'] ?? 'http://localhost:4600';

export default defineConfig({
  plugins: [react(), tailwindcss(), wordsPlugin(), precompress()],
  build: {
    // Everything is a file of its own: the pages' policy allows no inline script and no inline style.
    assetsInlineLimit: 0,
    // The first with light-dark(), which the tokens are made of; older targets would have it compiled away.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few large chunks compress better than many small ones, and the libraries stay cached when the pages change.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|use-sync-external-store)[\\/]/ },
            { name: 'ground', test: /packages[\\/](web[\\/]src[\\/](design|data|words)|words[\\/]src)[\\/](?!.*\.json)/, minShareCount: 3 },
          ],
        },
      },
    },
  },
  server: { proxy: { '^/(v1|e|dev|problems)/': apiUrl } },
});
