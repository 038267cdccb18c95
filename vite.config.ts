import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { withoutAriaDictionaries } from './client/primitives/aria/vite-plugin.ts';

const server = `http://127.0.0.1:${process.env.NGHI_TRUONG_PORT ?? '3000'}`;

export default defineConfig({
  root: 'client',
  plugins: [withoutAriaDictionaries(), react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The content security policy takes files of this server only, no data: addresses.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
