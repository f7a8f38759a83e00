// Who of the team is meant: nobody in particular, oneself, or a teammate.

import { t } from '@lingui/core/macro';
import { Select } from '@mantine/core';

import { useMembers } from '../data/use-members.ts';

type Props = {
  label: string;
  /** A laptop of theirs, or the name that an earlier version wrote; '' for nobody in particular. */
  who: string;
  onChange: (who: string) => void;
};

export function MemberSelect({ label, who, onChange }: Props) {
  const { members, nameOf } = useMembers();
  const name = nameOf(who);
  const known = members.find((one) => one.id === who) ?? members.find((one) => one.name === name);
  const others = who === '' || known !== undefined ? [] : [{ value: who, label: name }];
  return (
    <Select
      size="sm"
      label={label}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      data={[
        { value: '', label: t`Anybody of the team` },
        ...members.map((one) => ({ value: one.id, label: one.name })),
        ...others,
      ]}
      value={known?.id ?? who}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
