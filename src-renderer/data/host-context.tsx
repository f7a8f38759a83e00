// The window's one connection: requests, events, and the live database on top of it.
// A new connection, or a very large change, means a new database; a restored book a
// new page. While the host is away the pages stay, with what was being typed.

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';

import {
  type HostInfo,
  type HostSettings,
  isReadable,
  type StoreCondition,
} from '../../src-shared/bridge/host-types.ts';
import { openRemoteStorage } from '../../src-shared/bridge/rx-channel.ts';
import { type BookDatabase, openCollections } from '../../src-shared/schema/collections.ts';
import type { HostConnection } from '../host/connection.ts';
import { watchClosing } from './closing-books.ts';
import { takeDrafts } from './use-draft.ts';

export type HostState = {
  host: HostConnection;
  /** Undefined until the book is open. */
  book: BookDatabase | undefined;
  info: HostInfo | undefined;
  condition: StoreCondition;
  settings: HostSettings | undefined;
  /** lost: being joined again. refused: this address is of an earlier start. incomplete: the part is missing that lets one in. */
  connection: 'connected' | 'lost' | 'refused' | 'incomplete';
  setSettings: (settings: HostSettings) => void;
};

const Context = createContext<HostState | undefined>(undefined);

export function HostProvider({ host, children }: { host: HostConnection; children: ReactNode }) {
  const status = useSyncExternalStore(host.subscribe, host.status);
  const [book, setBook] = useState<BookDatabase>();
  const [info, setInfo] = useState<HostInfo>();
  const [settings, setSettings] = useState<HostSettings>();
  const [condition, setCondition] = useState<StoreCondition>({ state: 'ok' });

  useEffect(() => host.on('store.condition', setCondition), [host]);
  useEffect(() => host.on('settings.changed', setSettings), [host]);
  const [epoch, setEpoch] = useState(0);
  useEffect(() => host.on('store.replaced', () => location.reload()), [host]);
  useEffect(() => host.on('store.many', () => setEpoch((old) => old + 1)), [host]);
  useEffect(() => {
    if (status.state !== 'connected') return undefined;
    let isCurrent = true;
    const { client } = status;
    void (async () => {
      // Opened while the host is asked how it is: where it has no book, that fails. The
      // database before this one is closed by it, and shown until it is open.
      const opening = openCollections(openRemoteStorage(client), { closeDuplicates: true });
      opening.catch(() => undefined);
      const [about, chosen, drafts] = await Promise.all([
        client.request('host.info', {}),
        client.request('settings.read', {}),
        client.request('drafts.read', {}),
      ]);
      if (!about.ok || !isCurrent) return;
      setInfo(about.value);
      setCondition(about.value.condition);
      if (chosen.ok) setSettings(chosen.value);
      if (drafts.ok) takeDrafts(drafts.value, (draft) => void client.request('drafts.keep', draft));
      if (!isReadable(about.value.condition)) return setBook(undefined);
      const opened = await opening;
      watchClosing(opened);
      if (isCurrent) setBook(opened);
    })();
    return () => {
      isCurrent = false;
    };
  }, [status, epoch]);

  const connection = status.state;
  return (
    <Context value={{ host, book, info, condition, settings, connection, setSettings }}>
      {children}
    </Context>
  );
}

export function useHost(): HostState {
  const state = useContext(Context);
  if (state === undefined) throw new Error('useHost outside of HostProvider');
  return state;
}

/** The open database. Pages are shown only while there is one. */
export function useBook(): BookDatabase {
  const { book } = useHost();
  if (book === undefined) throw new Error('useBook before the book is open');
  return book;
}
