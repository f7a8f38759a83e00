// Says what of a view is not known here: a field that was put away, erased or
// holds something else now, or what only a
// later version can ask. Nothing of it is lost.

import { Plural, Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';

import { referenceWords } from '../../src-shared/query/field-words.ts';
import { useKinds } from '../data/known-kinds.tsx';
import { commaWords } from '../words/in-language.ts';
import type { ListView } from './use-list-view.ts';

export function ViewNotice({ list: { kind, isNewer, unknown, retyped } }: { list: ListView }) {
  const kinds = useKinds();
  const fields = commaWords(unknown.map((field) => referenceWords(kinds, kind.of, field)));
  const others = commaWords(retyped.map((field) => referenceWords(kinds, kind.of, field)));
  if (!isNewer && unknown.length + retyped.length === 0) return null;
  return (
    <Alert color="yellow" py={8}>
      {isNewer ? (
        <Trans>
          This view asks for something that only a later version of Rapport knows. That part is left
          out, so more may be shown. It can be looked at here and is not changed: update Rapport to
          change it.
        </Trans>
      ) : unknown.length === 0 ? (
        <Trans>
          What this view asks for does not go with what a field holds now, and is left out, so more
          people may be shown: <bdi>{others}</bdi>. It counts again once the field holds what it
          did; or take that part of the filter away and ask anew.
        </Trans>
      ) : (
        <Trans>
          This no longer exists here and is left out, so more may be shown: <bdi>{fields}</bdi>.{' '}
          <Plural
            value={unknown.length}
            one="It stays in the view and counts again once the field is back."
            other="They stay in the view and count again once the fields are back."
          />
        </Trans>
      )}
    </Alert>
  );
}
