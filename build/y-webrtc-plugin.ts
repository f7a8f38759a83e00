// Puts our Peer under y-webrtc in place of simple-peer, for y-webrtc's own import only,
// and mends one line of y-webrtc 10.3: an answer that comes after its connection has
// ended would throw.

import type { Plugin } from 'vite';

const wanted = 'simple-peer/simplepeer.min.js';
const broken =
  /const existingConn = webrtcConns\.get\(data\.from\)\n(\s+)existingConn\.glareToken = undefined/;

export function ourPeerUnderYWebrtc(peer: string): Plugin {
  return {
    name: 'rapport:peer-under-y-webrtc',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === wanted && importer?.includes('y-webrtc') === true ? peer : null,
    transform: (code, id) => {
      if (!id.includes('y-webrtc/src/y-webrtc.js')) return null;
      if (!broken.test(code)) throw new Error('y-webrtc has changed: look at this plugin again');
      const mended =
        'const existingConn = webrtcConns.get(data.from)\n$1if (existingConn) existingConn.glareToken = undefined';
      return { code: code.replace(broken, mended), map: null };
    },
  };
}
