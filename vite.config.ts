import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkGroups } from './scripts/first-chunks.ts';
import { leanZod } from './scripts/lean-zod.ts';
import { precompress } from './scripts/precompress.ts';
import { withoutAriaDictionaries } from './client/primitives/aria/vite-plugin.ts';

// The host stays that of the page: the server refuses requests that come from another site.
const server = {
  target: `http://127.0.0.1:${process.env.NGHI_TRUONG_PORT ?? '3000'}`,
  changeOrigin: false,
};

export default defineConfig({
  root: 'client',
  plugins: [withoutAriaDictionaries(), leanZod(), react(), precompress('dist/client')],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The content security policy takes files of this server only, no data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunkGroups() },
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/socket.io': { ...server, ws: true },
    },
  },
});
