import * as contract from '../../models/contracts/identity.ts';
import * as systems from '../../models/contracts/systems.ts';
import type { Routes } from '../platform/http-routes.ts';
import type { IdentityService } from './service.ts';

export function identityRoutes(routes: Routes, identity: IdentityService): void {
  organisationRoutes(routes, identity);
  peopleRoutes(routes, identity);
  sessionRoutes(routes, identity);
  deviceRoutes(routes, identity);
  systemRoutes(routes, identity);
}

function organisationRoutes(routes: Routes, identity: IdentityService) {
  routes.serve(contract.listOrganisations, async (_caller, { query }) => ({
    items: await identity.listOrganisations(query.includeClosed),
  }));
  routes.serve(contract.createOrganisation, (caller, { body }) =>
    identity.createOrganisation(caller, body),
  );
  routes.serve(contract.updateOrganisation, (caller, { params, body }) =>
    identity.updateOrganisation(caller, params.organisationId, body),
  );
}

function peopleRoutes(routes: Routes, identity: IdentityService) {
  routes.serve(contract.listPeople, async (_caller, { query }) => ({
    items: await identity.listPeople(query.includeClosed),
  }));
  routes.serve(contract.createPerson, (caller, { body }) => identity.createPerson(caller, body));
  routes.serve(contract.updatePerson, (caller, { params, body }) =>
    identity.updatePerson(caller, params.personId, body),
  );
  routes.serve(contract.resetPassword, (caller, { params, body }) =>
    identity.resetPassword(caller, params.personId, body),
  );
}

function sessionRoutes(routes: Routes, identity: IdentityService) {
  routes.serve(contract.getSession, (caller) => identity.session(caller));
  routes.serve(contract.signIn, async (caller, { body }, { cookies, address }) => {
    const { person, token, expiresAt } = await identity.signIn(caller, body, address);
    cookies.set('person', token, expiresAt);
    return { person };
  });
  routes.serve(contract.signOut, async (caller, _input, { cookies }) => {
    const answer = await identity.signOut(caller);
    cookies.clear('person');
    return answer;
  });
  routes.serve(contract.signOutEverywhere, async (caller, _input, { cookies }) => {
    const answer = await identity.signOutEverywhere(caller);
    cookies.clear('person');
    return answer;
  });
  routes.serve(contract.changePassword, (caller, { body }) =>
    identity.changePassword(caller, body),
  );
}

function deviceRoutes(routes: Routes, identity: IdentityService) {
  routes.serve(contract.startPairing, (_caller, { body }, { address }) =>
    identity.startPairing(body.kind, address),
  );
  routes.serve(contract.claimPairing, async (caller, { params, body }, { cookies, address }) => {
    const claim = await identity.claimPairing(caller, params.pairingId, body.secret, address);
    if (claim.state === 'confirmed') cookies.set('device', claim.token, claim.expiresAt);
    return { state: claim.state };
  });
  routes.serve(contract.confirmPairing, (caller, { body }) =>
    identity.confirmPairing(caller, body),
  );
  routes.serve(contract.listDevices, async (_caller, { query }) => ({
    items: await identity.listDevices(query.includeRevoked),
  }));
  routes.serve(contract.updateDevice, (caller, { params, body }) =>
    identity.updateDevice(caller, params.deviceId, body),
  );
  routes.serve(contract.revokeDevice, (caller, { params }) =>
    identity.revokeDevice(caller, params.deviceId),
  );
  routes.serve(contract.getDeviceSession, (caller) => identity.deviceSession(caller));
}

function systemRoutes(routes: Routes, identity: IdentityService) {
  routes.serve(systems.createSystem, (caller, { body }) => identity.createSystem(caller, body));
  routes.serve(systems.renewSystemToken, (caller, { params, body }) =>
    identity.renewSystemToken(caller, params.deviceId, body.days),
  );
  routes.serve(systems.findSystemPerson, (_caller, { query }) =>
    identity.findSystemPerson(query.username),
  );
}
