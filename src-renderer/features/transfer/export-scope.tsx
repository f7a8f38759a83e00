// Asks which people go into the file, and says in words who they are.

import { t } from '@lingui/core/macro';
import { type ComboboxItem, isOptionsGroup, Select, Text } from '@mantine/core';
import { useState } from 'react';

import { foldText } from '../../../src-shared/domain/fold.ts';
import type { ChosenByView } from '../../data/chosen-people.ts';
import { groupsNamed } from '../../data/queries/groups.ts';
import { savedViews } from '../../data/queries/setup.ts';
import { useDescribing } from '../../data/use-describing.ts';
import { useRecords } from '../../data/use-records.ts';
import { chosenWords } from '../../words/chosen-words.ts';
import {
  everybody,
  type ExportScope,
  groupScope,
  handedScope,
  viewScope,
} from './export-scopes.ts';

const mostGroups = 50;
const mostViews = 200;

type Props = { chosen: ExportScope; onChoose: (scope: ExportScope) => void };

export function ExportScopeSelect({ chosen, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  const first = [everybody(), handedScope()].filter((one) => one !== undefined);
  // Mantine says the chosen one's label, too, as if it had been typed.
  const isChosen = [chosen, ...first].some(({ label }) => label === typed);
  const views = (useRecords(savedViews(mostViews)) ?? []).flatMap((doc) => viewScope(doc) ?? []);
  const found = (useRecords(groupsNamed(isChosen ? '' : typed, mostGroups)) ?? []).map(groupScope);
  const isListed = [...first, ...views, ...found].some(({ value }) => value === chosen.value);
  const groups = isListed ? found : [...found, chosen];
  const scopes = [...first, ...views, ...groups];
  return (
    <Select
      label={t`Which people`}
      data={[
        ...first.map(itemOf),
        { group: t`Saved views`, items: views.map(itemOf) },
        { group: t`Groups`, items: groups.map(itemOf) },
      ].filter((one) => !('items' in one) || one.items.length > 0)}
      value={chosen.value}
      allowDeselect={false}
      searchable
      description={found.length >= mostGroups ? t`Type a name to find further groups` : undefined}
      filter={({ options, search }) => {
        const fits = ({ label }: ComboboxItem) => foldText(label).includes(foldText(search));
        if (isChosen) return options;
        return options
          .map((one) => (isOptionsGroup(one) ? { ...one, items: one.items.filter(fits) } : one))
          .filter((one) => (isOptionsGroup(one) ? one.items.length > 0 : fits(one)));
      }}
      onSearchChange={setTyped}
      onChange={(value) => {
        const next = scopes.find((one) => one.value === value);
        if (next !== undefined) onChoose(next);
      }}
    />
  );
}

const itemOf = ({ value, label }: ExportScope): ComboboxItem => ({ value, label });

/** Who goes into the file, where a view says so. */
export function ScopeWords({ view }: { view: ChosenByView }) {
  const how = useDescribing(view.view);
  return (
    <Text size="sm" dir="auto">
      {chosenWords(view, how)}
    </Text>
  );
}
