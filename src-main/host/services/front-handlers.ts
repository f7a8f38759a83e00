// What is answered whether the book's key is known or not: how things stand, the lock, backups.

import type { HostInfo } from '../../../src-shared/bridge/host-types.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { requests } from '../../../src-shared/bridge/contract.ts';
import { fail, ok } from '../../../src-shared/domain/result.ts';
import { refusalOf } from '../book/condition/condition.ts';
import { readLook } from '../profile/look.ts';
import { backupHandlers } from './backup-handlers.ts';
import type { FrontContext } from './front-context.ts';
import { lockHandlers } from './lock-handlers.ts';

type FrontName =
  | 'host.info'
  | 'settings.read'
  | keyof ReturnType<typeof backupHandlers>
  | keyof ReturnType<typeof lockHandlers>;
/** What answers while the key is known only. */
export type RoomHandlers = Omit<Handlers, FrontName>;

export function frontHandlers(
  context: FrontContext,
  rooms: () => RoomHandlers | undefined,
): Handlers {
  const front: Pick<Handlers, FrontName> = {
    'host.info': () => ok(infoOf(context)),
    'settings.read': () => ok(context.settings()?.read() ?? readLook(context.profileDir)),
    ...backupHandlers(context),
    ...lockHandlers(context),
  };
  const refused = () => fail(refusalOf(context.condition()) ?? 'store-closed');
  const answering = Object.keys(requests).map((name) => {
    const handlerOf = (): unknown => ({ ...front, ...rooms() })[name as keyof Handlers];
    return [name, (input: unknown) => ((handlerOf() ?? refused) as Answering)(input)];
  });
  // One for each name of the contract; what is asked was parsed by its name.
  return Object.fromEntries(answering) as Handlers;
}
type Answering = (input: unknown) => unknown;

function infoOf(context: FrontContext): HostInfo {
  const nobody = { id: '', name: '', formerIds: [] };
  return {
    version: context.version,
    shell: context.shell,
    profileDir: context.profileDir,
    databaseName: context.databaseName,
    device: context.settings()?.device ?? nobody,
    condition: context.condition(),
    protection: context.lock.protection(),
    keystore: context.lock.keystore(),
  };
}
