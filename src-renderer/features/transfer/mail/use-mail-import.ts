// The steps of an import of mail: files are handed over and read as they come, what would
// come of them is looked at, then it is made. Leaving the page gives it up.

import { plural } from '@lingui/core/macro';
import { useCallback, useEffect, useState } from 'react';

import type { Failure } from '../../../../src-shared/domain/result.ts';
import type { MailOptions } from '../../../../src-shared/mail/plan-types.ts';
import { announce } from '../../../data/announce.ts';
import { useHost } from '../../../data/host-context.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { handOverMail } from './hand-over-mail.ts';
import { sourcesOf } from './mail-source.ts';
import { type MailState, noMail } from './mail-state.ts';

export type MailImport = MailState & {
  choose: (files: readonly File[]) => Promise<void>;
  plan: (change?: Partial<MailOptions>) => Promise<void>;
  apply: () => Promise<void>;
  stop: () => void;
  reset: () => void;
};

/** The host's name for what it has read for this window. */
let held: string | undefined;
let isStopped = false;

const hold = (mail: string): void => {
  held = mail;
  isStopped = false;
};

function letGo(): string | undefined {
  const mail = held;
  held = undefined;
  isStopped = true;
  return mail;
}

export function useMailImport(): MailImport {
  const { host } = useHost();
  const [state, setState] = useState(noMail);
  const give = useGiving();
  const patch = (change: Partial<MailState>): void => setState((was) => ({ ...was, ...change }));
  useEffect(
    () =>
      host.on('progress', ({ file, done, total }) => {
        if (file === held) setState((was) => ({ ...was, done, total }));
      }),
    [host],
  );
  const fail = (failure: Failure, step: MailState['step']): void => {
    patch({ failure, step });
    announce(errorWords(failure));
  };
  const planWith = async (mail: string, options: MailOptions): Promise<void> => {
    patch({ step: 'planning', options });
    const planned = await host.request('mail.plan', { mail, options });
    if (held !== mail) return;
    if (!planned.ok) return fail(planned.error, 'none');
    patch({ preview: planned.value, step: 'preview' });
    announce(
      plural(planned.value.make, { one: '# message comes in', other: '# messages come in' }),
    );
  };
  const choose = async (files: readonly File[]): Promise<void> => {
    give();
    const sources = await sourcesOf(files);
    const total = sources.reduce((sum, { size }) => sum + size, 0);
    setState({ ...noMail(), step: 'reading', total });
    const opened = await host.request('mail.open', { zone: noMail().options.zone });
    if (!opened.ok) return fail(opened.error, 'none');
    const { mail } = opened.value;
    hold(mail);
    const sent = await handOverMail(host, mail, sources, {
      onBytes: (done) => patch({ done }),
      isStopped: () => isStopped,
    });
    if (held !== mail) return;
    if (!sent.ok) return fail(sent.error, 'none');
    patch({ mail, left: sent.value.left });
    await planWith(mail, noMail().options);
  };
  const apply = async (): Promise<void> => {
    const mail = held;
    if (mail === undefined) return;
    patch({ step: 'writing', done: 0, total: 0 });
    const { preview } = state;
    if (preview !== undefined && preview.own.addresses.length > 0)
      await host.request('settings.write', { mailOwn: preview.own.addresses });
    const applied = await host.request('mail.apply', { mail });
    if (held !== mail) return;
    if (!applied.ok) return fail(applied.error, 'preview');
    patch({ report: applied.value, step: 'done' });
    const { made } = applied.value;
    announce(plural(made, { one: '# message is in', other: '# messages are in' }));
  };
  return {
    ...state,
    choose,
    plan: async (change = {}) => {
      const mail = held;
      if (mail !== undefined) await planWith(mail, { ...state.options, ...change });
    },
    apply,
    stop: () => {
      if (state.step === 'writing' && held !== undefined)
        void host.request('mail.stop', { mail: held });
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

/** What the host has read is given back when the page is left. */
function useGiving(): () => void {
  const { host } = useHost();
  const give = useCallback((): void => {
    const mail = letGo();
    if (mail !== undefined) void host.request('mail.close', { mail });
  }, [host]);
  useEffect(() => give, [give]);
  return give;
}
