// The browser shell from outside: what it prints, whom it lets in, how it ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';

import { createHostClient } from '../../src-shared/bridge/client.ts';
import { portOverSocket, type Socket } from '../../src-shared/bridge/socket-port.ts';
import {
  newProfile,
  programArgs,
  removeProfile,
  type Shell,
  startShell,
} from '../support/window/loopback.ts';

const outDir = join(import.meta.dirname, '..', '..', 'out', 'renderer');

describe('the browser shell', () => {
  let shell: Shell;
  beforeAll(async () => {
    shell = await startShell();
  });
  afterAll(async () => {
    await shell.stop();
    removeProfile(shell.profileDir);
  });

  type Asked = { status: number; headers: Record<string, unknown>; body: string };
  const ask = (path: string, options: { method?: string; headers?: object } = {}): Promise<Asked> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(shell.origin);
      const sent = request(
        { hostname, port, path, ...options, headers: { ...options.headers } },
        (answer) => {
          let body = '';
          answer.on('data', (text) => (body += text));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
          );
        },
      );
      sent.on('error', reject).end();
    });
  const knock = (
    protocols: string[],
    headers: Record<string, string>,
    path = '/host',
  ): Promise<string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(shell.origin.replace('http', 'ws') + path, protocols, {
        headers,
      });
      socket.on('open', () => {
        socket.close();
        resolve('open');
      });
      socket.on('error', (error) => resolve(error.message));
    });

  test('says one line when it is ready, which shell it is and where the data is', () => {
    const lines = shell.output().trim().split('\n');
    expect(lines.filter((line) => line.startsWith('Rapport ready:'))).toHaveLength(1);
    expect(shell.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
    expect(lines[0]).toContain('Rapport in the browser');
    expect(lines[1]).toBe(`Your data is in ${shell.profileDir}`);
  });

  test('serves the page under a strict policy', async () => {
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(body).toContain('<script');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('no served file holds the token', () => {
    const files = readdirSync(outDir, { recursive: true, withFileTypes: true });
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
    expect(texts.some((text) => text.includes(shell.token))).toBe(false);
  });

  test.each([
    '/../main/loopback.js',
    '/..%2fmain%2floopback.js',
    '/%2e%2e/main/loopback.js',
    '/assets/../../main/loopback.js',
    '//etc/passwd',
    '/etc/passwd',
    '/index.html%00.js',
    '/assets',
    '/host',
  ])('nothing outside the page is served: %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async (method) => {
    expect((await ask('/', { method })).status).toBe(405);
  });

  test.each([
    ['a name that points here', { host: 'evil.example' }],
    ['the name localhost', { host: 'localhost:1' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['another page’s origin', { origin: 'https://evil.example' }],
    ['a page without an origin of its own', { origin: 'null' }],
  ])('a request with %s is refused', async (_what, headers) => {
    const { status, body } = await ask('/', { headers });
    expect([status, body]).toEqual([403, '']);
  });

  test('the host opens to the token on our own page, and answers', async () => {
    const socket = new WebSocket(
      `${shell.origin.replace('http', 'ws')}/host`,
      ['rapport', `token.${shell.token}`],
      { headers: { origin: shell.origin } },
    );
    await once(socket, 'open');
    const client = createHostClient(portOverSocket(socket as Socket));
    expect(await client.request('host.info', {})).toMatchObject({
      ok: true,
      value: { shell: 'browser', profileDir: shell.profileDir },
    });
    client.close();
  });

  test('the host stays shut without the token, with a wrong one, or from elsewhere', async () => {
    const { origin, token } = shell;
    const right = ['rapport', `token.${token}`];
    const refused = 'Unexpected server response: 401';
    expect(await knock(right, { origin })).toBe('open');
    expect(await knock(['rapport'], { origin })).toBe(refused);
    expect(await knock([], { origin })).toBe(refused);
    expect(await knock(['rapport', `token.${token.slice(1)}`], { origin })).toBe(refused);
    expect(await knock(['rapport', 'token.'], { origin })).toBe(refused);
    expect(await knock([`token.${token}`], { origin })).toBe(refused);
    expect(await knock(right, {})).toBe(refused);
    expect(await knock(right, { origin: 'https://evil.example' })).toBe(refused);
    expect(await knock(right, { origin: 'null' })).toBe(refused);
    expect(await knock(right, { origin, host: 'evil.example' })).toBe(refused);
    expect(await knock(right, { origin }, '/other')).toBe(refused);
  });

  test('listens on this machine only', () => {
    const port = Number(new URL(shell.origin).port).toString(16).toUpperCase().padStart(4, '0');
    const listening = ['tcp', 'tcp6'].flatMap((kind) =>
      readFileSync(`/proc/net/${kind}`, 'utf8')
        .split('\n')
        .filter((line) => line.includes(`:${port} `) && line.includes(' 0A ')),
    );
    expect(listening.map((line) => line.trim().split(/\s+/)[1])).toEqual([`0100007F:${port}`]);
  });

  test('the profile folder is the owner’s alone, and so is each file in it', () => {
    const files = readdirSync(shell.profileDir).map((name) => join(shell.profileDir, name));
    expect(files).not.toEqual([]);
    const open = [shell.profileDir, ...files].filter((path) => (statSync(path).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });

  test('a second start on the profile refuses politely and leaves the first alone', async () => {
    const error = await startShell(shell.profileDir).catch(String);
    expect(error).toMatch(/ended with 1: Rapport is already open with the data in/);
    expect(error).toContain(shell.origin);
    expect(error).toContain('nobody gets in without the part behind #');
    expect((await ask('/')).status).toBe(200);
  });

  test('a taken port is said in words', async () => {
    const profileDir = newProfile();
    const error = await startShell(profileDir, [`--port=${new URL(shell.origin).port}`]).catch(
      String,
    );
    expect(error).toContain('ended with 1: That port is taken');
    removeProfile(profileDir);
  });

  test.each([['--port=70000'], ['--port=x'], ['--nonsense'], ['stray']])(
    'the option %s is refused with the usage and code 2',
    async (arg) => {
      const child = spawn(process.execPath, [...programArgs, arg], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let words = '';
      child.stderr.on('data', (text) => (words += text));
      const [code] = await once(child, 'close');
      expect([code, words]).toEqual([2, expect.stringContaining('Usage: npm start')]);
    },
  );
});

describe('the end of the browser shell', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends it cleanly, a window being open',
    async (signal) => {
      const shell = await startShell();
      const socket = new WebSocket(
        `${shell.origin.replace('http', 'ws')}/host`,
        ['rapport', `token.${shell.token}`],
        { headers: { origin: shell.origin } },
      );
      await once(socket, 'open');
      const closed = once(socket, 'close');
      expect(await shell.stop(signal)).toBe(0);
      expect((await closed)[0]).toBe(1001);
      expect(existsSync(join(shell.profileDir, 'lock.json'))).toBe(false);
      const again = await startShell(shell.profileDir);
      expect(again.token).not.toBe(shell.token);
      await again.stop();
      removeProfile(shell.profileDir);
    },
  );

  test('a killed shell leaves a profile that opens again', async () => {
    const shell = await startShell();
    expect(await shell.stop('SIGKILL')).toBe('SIGKILL');
    const again = await startShell(shell.profileDir);
    expect(await again.stop()).toBe(0);
    removeProfile(shell.profileDir);
  });
});
