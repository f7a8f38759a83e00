// Which certificates a connection really uses. What a description says of them passes
// through whoever carries it, and may say more than one thing.

/**
 * Ours and theirs, as `sha-256 aa:bb:…` (RFC 8122, section 5), of the certificates that
 * DTLS has shown; undefined while it has shown none.
 */
export async function fingerprintsOf(
  connection: RTCPeerConnection,
): Promise<[ours: string, theirs: string] | undefined> {
  const stats = new Map<string, Stats>(await connection.getStats());
  const transports = [...stats.values()].filter(({ type }) => type === 'transport');
  const [transport, ...others] = transports;
  if (transport === undefined || others.length > 0) return undefined;
  const ours = textOf(stats.get(transport.localCertificateId ?? ''));
  const theirs = textOf(stats.get(transport.remoteCertificateId ?? ''));
  return ours === undefined || theirs === undefined ? undefined : [ours, theirs];
}

/** Of RTCTransportStats and RTCCertificateStats (https://www.w3.org/TR/webrtc-stats/). */
type Stats = {
  type: string;
  localCertificateId?: string;
  remoteCertificateId?: string;
  fingerprint?: string;
  fingerprintAlgorithm?: string;
};

function textOf(certificate: Stats | undefined): string | undefined {
  const { fingerprint, fingerprintAlgorithm } = certificate ?? {};
  if (fingerprint === undefined || fingerprintAlgorithm === undefined) return undefined;
  return `${fingerprintAlgorithm} ${fingerprint}`.toLowerCase();
}
