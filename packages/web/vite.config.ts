import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { wordsPlugin } from '@warder/words/vite';
import { defineConfig } from 'vite';

/** The server that `vite` hands requests of the API to while the pages are worked on. */
const apiUrl = process.env['WARDER_PUBLIC_URL'] ?? 'http://localhost:4600';

export default defineConfig({
  plugins: [react(), tailwindcss(), wordsPlugin()],
  build: {
    // Everything is a file of its own: the pages' policy allows no inline script and no inline style.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': apiUrl, '/dev': apiUrl, '/problems': apiUrl, '/e': apiUrl } },
});
