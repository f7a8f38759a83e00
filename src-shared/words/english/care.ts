// What people allow and forbid: ways, purposes, what was said and on what ground.

import type { Basis, Channel, PermissionState, Purpose } from '../../domain/permission.ts';

export const care = {
  'care.channel.any': 'any way',
  'care.channel.mail': 'e-mail',
  'care.channel.phone': 'phone',
  'care.channel.message': 'message',
  'care.channel.post': 'post',
  'care.channel.visit': 'visit',
  'care.purpose.service': 'Service',
  'care.purpose.marketing': 'Marketing',
  'care.purpose.research': 'Research',
  'care.purpose.introductions': 'Introductions',
  'care.state.given': 'Said yes',
  'care.state.asked': 'Asked, no answer yet',
  'care.state.withdrawn': 'Took it back',
  'care.state.objected': 'Said no',
  'care.basis.consent': 'Their consent',
  'care.basis.contract': 'A contract',
  'care.basis.interest': 'Our legitimate interest',
  'care.basis.asked': 'They asked us',
} as const satisfies {
  readonly [
    id in
      | `care.channel.${Channel | 'any'}`
      | `care.purpose.${Purpose}`
      | `care.state.${PermissionState}`
      | `care.basis.${Basis}`
  ]: string;
};
