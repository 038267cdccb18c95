import type { IdentityDeps } from './deps.ts';
import { createDevicesService, createSightings } from './devices-service.ts';
import { ensureAdministrator } from './first-administrator.ts';
import { createLimits } from './limits.ts';
import { createOrganisationsService } from './organisations-service.ts';
import { createOwnPasswordService } from './own-password-service.ts';
import { createPairingService } from './pairing-service.ts';
import { createPeopleService } from './people-service.ts';
import { createSessionsService } from './sessions-service.ts';
import { createSystemsService } from './systems-service.ts';

/** Organisations, people, their sessions, and devices. */
export type IdentityService = ReturnType<typeof createIdentityService>;

export function createIdentityService(given: Omit<IdentityDeps, 'limits'>) {
  const deps: IdentityDeps = { ...given, limits: createLimits() };
  return {
    ...createOrganisationsService(deps),
    ...createPeopleService(deps),
    ...createSessionsService(deps, createSightings(deps)),
    ...createOwnPasswordService(deps),
    ...createDevicesService(deps),
    ...createPairingService(deps),
    ...createSystemsService(deps),
    ensureAdministrator: () => ensureAdministrator(deps),
  };
}
