// What every page has: one level-1 heading, its actions beside it.

import type { ReactNode } from 'react';

import { useDocumentTitle } from '@mantine/hooks';

type Props = { title: string; actions?: ReactNode; before?: ReactNode; children: ReactNode };

export function Page({ title, actions, before, children }: Props) {
  useDocumentTitle(title === '' ? 'Rapport' : `${title} · Rapport`);
  return (
    <main className="page">
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
