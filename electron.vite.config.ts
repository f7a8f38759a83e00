// Three outputs: the Node side (Electron's main, the host's own process, the browser
// shell), the preload (CommonJS, because it is sandboxed) and the page. Everything but
// SQLite is bundled, so that a package holds no other node_modules.
import { fileURLToPath } from 'node:url';

import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

import { compiledWords, wordsMacro } from './build/words-plugin.ts';
import { ourPeerUnderYWebrtc } from './build/y-webrtc-plugin.ts';

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: 'src-main/index.ts',
          utility: 'src-main/host/utility.ts',
          loopback: 'src-main/loopback/index.ts',
          'feed-worker': 'src-main/host/feeds/worker.ts',
          'mail-worker': 'src-main/host/mail/worker.ts',
          'calendar-worker': 'src-main/host/calendar/worker.ts',
          'file-check-worker': 'src-main/host/book/recovery/file-check-worker.ts',
        },
        // SQLite, which is native, and helpers that `ws` uses where they are installed.
        external: ['better-sqlite3-multiple-ciphers', 'bufferutil', 'utf-8-validate'],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      sourcemap: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'src-main/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [
      react(),
      // Plugins go before presets: React Compiler sees what the macro has written.
      babel({ plugins: [wordsMacro], presets: [reactCompilerPreset()] }),
      compiledWords(),
      ourPeerUnderYWebrtc({
        peer: pathOf('src-renderer/net/connection-for-y-webrtc.ts'),
        socket: pathOf('src-renderer/net/hub-socket.ts'),
      }),
    ],
    build: {
      outDir: 'out/renderer',
      minify: 'oxc',
      chunkSizeWarningLimit: 1_300,
      sourcemap: false,
      rolldownOptions: {
        input: 'src-renderer/index.html',
        // What the first page needs comes as two files, which are parsed side by side; many
        // small ones would be slower.
        output: {
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
              { name: 'first', tags: ['$initial'], priority: 1 },
            ],
          },
        },
      },
    },
  },
});
