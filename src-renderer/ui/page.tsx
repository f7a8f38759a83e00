// What every page has: one level-1 heading, its actions beside it.

import { type ReactNode, useRef } from 'react';

import { useDocumentTitle } from '@mantine/hooks';

import { useRoute } from './router.ts';
import { usePlace } from './use-place.ts';

type Props = { title: string; actions?: ReactNode; before?: ReactNode; children: ReactNode };

export function Page({ title, actions, before, children }: Props) {
  useDocumentTitle(title === '' ? 'Rapport' : `${title} · Rapport`);
  const main = useRef<HTMLElement>(null);
  usePlace({ name: 'page', of: useRoute(), scroller: main });
  return (
    <main ref={main} className="page">
      <header className="page-head">
        {before}
        <h1 dir="auto" title={title}>
          {title}
        </h1>
        {actions}
      </header>
      {children}
    </main>
  );
}
