// The steps of an import of mail: files are handed over and read as they come, what would
// come of them is looked at, then it is made. Leaving the page gives it up.

import { plural } from '@lingui/core/macro';
import { useCallback, useEffect, useRef, useState } from 'react';

import type { Failure } from '../../../../src-shared/domain/result.ts';
import type { MailOptions } from '../../../../src-shared/mail/plan-types.ts';
import { announce } from '../../../data/announce.ts';
import { useHost } from '../../../data/host-context.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { handOverMail } from './hand-over-mail.ts';
import { type MailState, noMail } from './mail-state.ts';

export type MailImport = MailState & {
  choose: (files: readonly File[]) => Promise<void>;
  plan: (change?: Partial<MailOptions>) => Promise<void>;
  apply: () => Promise<void>;
  stop: () => void;
  reset: () => void;
};

export function useMailImport(): MailImport {
  const { host } = useHost();
  const [state, setState] = useState(noMail);
  const { held, isStopped, give } = useHeldMail();
  const patch = (change: Partial<MailState>): void => setState((was) => ({ ...was, ...change }));
  useEffect(
    () =>
      host.on('progress', ({ file, done, total }) => {
        if (file === held.current) setState((was) => ({ ...was, done, total }));
      }),
    [host, held],
  );
  const fail = (failure: Failure, step: MailState['step']): void => {
    patch({ failure, step });
    announce(errorWords(failure));
  };
  const planWith = async (mail: string, options: MailOptions): Promise<void> => {
    patch({ step: 'planning', options });
    const planned = await host.request('mail.plan', { mail, options });
    if (held.current !== mail) return;
    if (!planned.ok) return fail(planned.error, 'none');
    patch({ preview: planned.value, step: 'preview' });
    announce(
      plural(planned.value.make, { one: '# message comes in', other: '# messages come in' }),
    );
  };
  const choose = async (files: readonly File[]): Promise<void> => {
    give();
    isStopped.current = false;
    const total = files.reduce((sum, { size }) => sum + size, 0);
    setState({ ...noMail(), step: 'reading', total });
    const opened = await host.request('mail.open', {});
    if (!opened.ok) return fail(opened.error, 'none');
    const { mail } = opened.value;
    held.current = mail;
    const sent = await handOverMail(host, mail, files, {
      onBytes: (done) => patch({ done }),
      isStopped: () => isStopped.current,
    });
    if (held.current !== mail) return;
    if (!sent.ok) return fail(sent.error, 'none');
    patch({ mail, left: sent.value.left });
    await planWith(mail, noMail().options);
  };
  const apply = async (): Promise<void> => {
    const mail = held.current;
    if (mail === undefined) return;
    patch({ step: 'writing', done: 0, total: 0 });
    const { preview } = state;
    if (preview !== undefined && preview.own.addresses.length > 0)
      await host.request('settings.write', { mailOwn: preview.own.addresses });
    const applied = await host.request('mail.apply', { mail });
    if (held.current !== mail) return;
    if (!applied.ok) return fail(applied.error, 'preview');
    patch({ report: applied.value, step: 'done' });
    const { made } = applied.value;
    announce(plural(made, { one: '# message is in', other: '# messages are in' }));
  };
  return {
    ...state,
    choose,
    plan: async (change = {}) => {
      const mail = held.current;
      if (mail !== undefined) await planWith(mail, { ...state.options, ...change });
    },
    apply,
    stop: () => {
      if (state.step === 'writing' && held.current !== undefined)
        void host.request('mail.stop', { mail: held.current });
      else {
        give();
        setState(noMail());
      }
    },
    reset: () => {
      give();
      setState(noMail());
    },
  };
}

/** The host's name for what it has read; given back when the page is left. */
function useHeldMail() {
  const { host } = useHost();
  const held = useRef<string>(undefined);
  const isStopped = useRef(false);
  const give = useCallback((): void => {
    isStopped.current = true;
    const mail = held.current;
    held.current = undefined;
    if (mail !== undefined) void host.request('mail.close', { mail });
  }, [host]);
  useEffect(() => give, [give]);
  return { held, isStopped, give };
}
