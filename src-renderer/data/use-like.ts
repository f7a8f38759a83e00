// People who may be the one that is being typed in. The answer before stays until the next
// one is here.

import { useEffect, useState } from 'react';

import type { InputOf, OutputOf } from '../../src-shared/bridge/contract.ts';
import { useHost } from './host-context.tsx';

export type Like = OutputOf<'people.like'>;

export function useLike({ name, email, phone, company }: InputOf<'people.like'>): Like {
  const { host } = useHost();
  const [found, setFound] = useState<Like>([]);
  useEffect(() => {
    let isCurrent = true;
    void host.request('people.like', { name, email, phone, company }).then((answer) => {
      if (isCurrent && answer.ok) setFound(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, name, email, phone, company]);
  return name.trim() + email.trim() + phone.trim() === '' ? [] : found;
}
