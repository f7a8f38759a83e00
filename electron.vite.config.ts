// Three outputs: the Node side (Electron's main, the host's own process, the browser
// shell), the preload (CommonJS, because it is sandboxed) and the page.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: false,
      rolldownOptions: {
        input: {
          index: 'src-main/index.ts',
          utility: 'src-main/host/utility.ts',
          loopback: 'src-main/loopback/index.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: 'src-main/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: { outDir: 'out/renderer', sourcemap: false, rolldownOptions: { input: 'src-renderer/index.html' } },
  },
});
