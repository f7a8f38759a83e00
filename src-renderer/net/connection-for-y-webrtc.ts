// What y-webrtc imports instead of simple-peer: a module whose default is the class. The
// bundler's plugin (build/y-webrtc-plugin.ts) puts it in, for y-webrtc's import only.

import { PeerConnection } from './peer-connection.ts';

// oxlint-disable-next-line import/no-default-export -- y-webrtc asks for the default
export default PeerConnection;
