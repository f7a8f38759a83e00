// What values are called that are stored as codes: `choice.KIND.FIELD.CODE`.

const ofMoment = <const Name extends string>(kind: Name) =>
  ({
    [`choice.${kind}.kind.note`]: 'Note',
    [`choice.${kind}.kind.call`]: 'Call',
    [`choice.${kind}.kind.meeting`]: 'Meeting',
    [`choice.${kind}.kind.message`]: 'Message',
    [`choice.${kind}.direction.in`]: 'They reached us',
    [`choice.${kind}.direction.out`]: 'We reached them',
    [`choice.${kind}.direction.absent`]: 'Nobody answered',
  }) as { [id in `choice.${Name}.${MomentChoice}`]: string };

type MomentChoice =
  | `kind.${'note' | 'call' | 'meeting' | 'message'}`
  | `direction.${'in' | 'out' | 'absent'}`;

export const choices = {
  'choice.person.gender.female': 'female',
  'choice.person.gender.male': 'male',
  'choice.person.gender.other': 'other',
  ...ofMoment('note'),
  ...ofMoment('call'),
  ...ofMoment('meeting'),
  ...ofMoment('message'),
  ...ofMoment('kept-post'),
} as const;
