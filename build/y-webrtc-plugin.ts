// Puts our Peer under y-webrtc in place of simple-peer and our Port in place of lib0's
// WebSocket, for y-webrtc's own imports only, and mends one line of y-webrtc 10.3: an answer that comes after its connection has
// ended would throw.

import type { Plugin } from 'vite';

const broken =
  /const existingConn = webrtcConns\.get\(data\.from\)\n(\s+)existingConn\.glareToken = undefined/;

/** Paths of the modules that take the places. */
export function ourPeerUnderYWebrtc(ours: { peer: string; socket: string }): Plugin {
  const byImport = new Map([
    ['simple-peer/simplepeer.min.js', ours.peer],
    ['lib0/websocket', ours.socket],
  ]);
  return {
    name: 'rapport:peer-under-y-webrtc',
    enforce: 'pre',
    resolveId: (source, importer) =>
      importer?.includes('y-webrtc/src/') === true ? (byImport.get(source) ?? null) : null,
    transform: (code, id) => {
      if (!id.includes('y-webrtc/src/y-webrtc.js')) return null;
      if (!broken.test(code)) throw new Error('y-webrtc has changed: look at this plugin again');
      const mended =
        'const existingConn = webrtcConns.get(data.from)\n$1if (existingConn) existingConn.glareToken = undefined';
      return { code: code.replace(broken, mended), map: null };
    },
  };
}
