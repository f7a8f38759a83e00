// The mail requests: each import of mail is a session with a reading thread of its own.

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { type MailSession, openMailSession } from '../mail/mail-session.ts';
import { storeOf } from '../book/book.ts';
import { newId } from '../new-id.ts';
import type { ServiceContext } from './context.ts';

type Served = Extract<keyof Handlers, `mail.${string}`>;

/** A window that went without a word leaves one behind; the eldest goes. */
const mostOpen = 3;

export function mailHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { settings, commandContext, emit } = context;
  const sessions = new Map<string, MailSession>();
  const of = (mail: string): Result<MailSession> => {
    const session = sessions.get(mail);
    return session === undefined ? fail('not-found') : ok(session);
  };
  const close = async (mail: string): Promise<void> => {
    const session = sessions.get(mail);
    sessions.delete(mail);
    await session?.close();
  };
  return {
    'mail.open': async ({ zone }) => {
      for (const eldest of [...sessions.keys()].slice(0, sessions.size - mostOpen + 1))
        await close(eldest);
      const mail = newId();
      const country = settings.read().defaultCountry;
      sessions.set(mail, openMailSession(commandContext, { zone, country }));
      return ok({ mail });
    },
    'mail.file': async ({ mail, name, size }) => {
      const session = of(mail);
      return session.ok ? session.value.file(name, size) : session;
    },
    'mail.put': async ({ mail, bytes }) => {
      const session = of(mail);
      return session.ok ? session.value.put(bytes) : session;
    },
    'mail.end': async ({ mail }) => {
      const session = of(mail);
      return session.ok ? session.value.end() : session;
    },
    'mail.plan': async ({ mail, options }) => {
      const [session, store] = [of(mail), storeOf(context.book)];
      if (!session.ok) return session;
      if (!store.ok) return store;
      const { mailOwn: own, mailNever: never } = settings.read();
      return session.value.plan(options, store.value, { own, never });
    },
    'mail.apply': async ({ mail }) => {
      const [session, store] = [of(mail), storeOf(context.book)];
      if (!session.ok) return session;
      if (!store.ok) return store;
      return session.value.apply(store.value, (done, total) =>
        emit('progress', { file: mail, phase: 'writing', done, total }),
      );
    },
    'mail.stop': ({ mail }) => {
      sessions.get(mail)?.stop();
      return ok(null);
    },
    'mail.close': async ({ mail }) => {
      await close(mail);
      return ok(null);
    },
  };
}
