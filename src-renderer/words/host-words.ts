// Codes become words here and nowhere else in the window. Each says what happened
// and what to do next; none blames.

import type { StoreCondition } from '../../src-shared/bridge/host-types.ts';
import type { NetworkInfo } from '../../src-shared/bridge/team-types.ts';
import type { Failure } from '../../src-shared/domain/result.ts';
import { say } from '../../src-shared/words/say.ts';
import { isInElectron } from '../host/electron-port.ts';
import { commaWords } from './in-language.ts';

/** What a failure's phrase may name and the failure may not carry. */
const unknown = { word: '', address: '', status: '', why: 'other', pid: 'none' };

/** Only Electron starts the host again by itself. */
const shellHere = () => (isInElectron() ? 'electron' : 'browser');

export const errorWords = ({ code, detail }: Failure): string =>
  say(`error.${code}`, { ...unknown, shell: shellHere(), ...detail });

/** What is the matter with the book; empty where nothing is. */
export const conditionWords = ({ state }: StoreCondition): string =>
  state === 'ok' ? '' : say(`condition.${state}`);

/** A network as its owner may know it, such as “Wi-Fi, 192.168.1.0/24”. */
export const networkWords = ({ kind, subnet }: NetworkInfo): string =>
  commaWords([say(`network.${kind}`), subnet]);
