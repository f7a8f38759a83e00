// What is done with promises of a page or section, and the dialog that asks for more.

import { type ReactNode, useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useHost } from '../../data/host-context.tsx';
import { useCommand } from '../../data/use-command.tsx';
import type { Asking, PromiseContext } from './promise-actions.ts';
import { PromiseDialog } from './promise-dialog.tsx';
import { MoveDialog, SettleDialog } from './settle-dialog.tsx';

export type PromiseActs = {
  of: (doc: RecordDoc) => PromiseContext;
  dialog: ReactNode;
};

export function usePromiseActs(): PromiseActs {
  const run = useCommand();
  const { settings } = useHost();
  const [asked, setAsked] = useState<{ doc: RecordDoc; what: Asking }>();
  const by = settings?.userName ?? '';
  const close = (): void => setAsked(undefined);
  const dialog = (): ReactNode => {
    if (asked === undefined) return null;
    const { doc, what } = asked;
    const rest = { docs: [doc], run, by, onClose: close };
    if (what === 'edit') return <PromiseDialog doc={doc} onClose={close} />;
    if (what === 'move') return <MoveDialog {...rest} />;
    return <SettleDialog state={what === 'drop' ? 'dropped' : 'kept'} {...rest} />;
  };
  return {
    of: (doc) => ({ doc, run, by, ask: (what) => setAsked({ doc, what }) }),
    dialog: dialog(),
  };
}
