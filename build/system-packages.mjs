// System packages that the tests drive: a Chromium, a virtual display and fonts. On
// Debian as root they are installed; elsewhere what is missing is said.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const needed = [
  { file: '/usr/bin/chromium', packages: ['chromium'] },
  { file: '/usr/sbin/ip', packages: ['iproute2'] },
  { file: '/usr/bin/ps', packages: ['procps'] },
  { file: '/usr/bin/openssl', packages: ['openssl'] },
  { file: '/usr/bin/tcpdump', packages: ['tcpdump'] },
  { file: '/usr/bin/turnserver', packages: ['coturn'] },
  { file: '/usr/bin/Xvfb', packages: ['xvfb', 'xauth'] },
  { file: '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf', packages: ['fonts-noto-core'] },
  {
    file: '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
    packages: ['fonts-noto-color-emoji'],
  },
  { file: '/usr/lib/x86_64-linux-gnu/libgtk-3.so.0', packages: ['libgtk-3-0'], only: 'x64' },
  { file: '/usr/lib/x86_64-linux-gnu/libnss3.so', packages: ['libnss3'], only: 'x64' },
  { file: '/usr/lib/x86_64-linux-gnu/libasound.so.2', packages: ['libasound2'], only: 'x64' },
  { file: '/usr/lib/x86_64-linux-gnu/libgbm.so.1', packages: ['libgbm1'], only: 'x64' },
];

/** Returns true when everything the end-to-end tests need is there. */
export function ensureSystemPackages() {
  if (process.platform !== 'linux') {
    console.error(
      'End-to-end tests need Chromium at /usr/bin/chromium and Xvfb: left out on this system.',
    );
    return false;
  }
  const missing = needed
    .filter((one) => one.only === undefined || one.only === process.arch)
    .filter((one) => !existsSync(one.file))
    .flatMap((one) => one.packages);
  if (missing.length === 0) return true;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    console.error(
      `Missing system packages: ${missing.join(' ')}. Install them, then run this again.`,
    );
    return false;
  }
  console.error(`Installing ${missing.join(' ')} ...`);
  const apt = (args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return (
    apt(['update', '-q']) && apt(['install', '-y', '-q', '--no-install-recommends', ...missing])
  );
}

/** Networks of namespaces need Linux and root; elsewhere that is said and they are left out. */
export function canMakeNetworks() {
  const can = process.platform === 'linux' && process.getuid?.() === 0;
  if (!can) console.error('Tests on networks of their own need Linux and root: left out here.');
  return can;
}
