// Packages for Windows (NSIS), macOS (dmg) and Linux (AppImage, deb). Everything but SQLite
// is bundled into out/, so a package holds that, SQLite for its system, its package.json and
// nothing else.
const sqlite = 'node_modules/better-sqlite3-multiple-ciphers';

export default {
  appId: 'app.rapport.desktop',
  productName: 'Rapport',
  directories: { output: 'dist', buildResources: 'build/icons' },
  files: [
    'out/main/**/*.{js,png}',
    'out/preload/**/*.cjs',
    'out/renderer/**/*',
    'package.json',
    // The browser shell runs on Node from a source tree, not from a package.
    '!out/main/loopback.js',
    '!**/*.map',
    '!node_modules/**/*',
    `${sqlite}/package.json`,
    `${sqlite}/lib/**/*.js`,
    `${sqlite}/prebuilds/\${platform}-\${arch}.node`,
  ],
  // The system loads a binary from a file of its own; scripts stay in the archive, whose
  // hash is built in.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  publish: null,
  electronFuses: {
    // The program is Rapport only: no Node by environment or command line, no code but
    // the archive whose hash is built in, no file:// with rights of its own.
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
    // No cookie is ever kept; encrypting them would only ask for the keychain at first start.
    enableCookieEncryption: false,
  },
  win: { target: ['nsis'], icon: 'build/icons/icon.png' },
  nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
  mac: {
    target: ['dmg'],
    icon: 'build/icons/icon.png',
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
    darkModeSupport: true,
  },
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'build/icons/icon.png',
    category: 'Office',
    synopsis: 'An offline-first relationship manager for small teams',
    maintainer: 'The Rapport team <rapport@localhost>',
    executableName: 'rapport',
  },
};
