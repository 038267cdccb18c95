import { type AdditionsService, createAdditionsService } from './additions-service.ts';
import { type AgendaService, createAgendaService } from './agenda-service.ts';
import { type BodiesService, createBodiesService } from './bodies-service.ts';
import { type ConductService, createConductService } from './conduct-service.ts';
import type { MeetingsDeps } from './deps.ts';
import { type PlanningService, createPlanningService } from './planning-service.ts';
import { type SettingsService, createSettingsService } from './settings-service.ts';
import { type MeetingQueries, createMeetingQueries } from './queries.ts';
import { type RoomsService, createRoomsService } from './rooms-service.ts';

export type { MeetingHead } from './store.ts';

/** Rooms, bodies and their rules, meetings from plan to close, and what others ask about them. */
export type MeetingsService = RoomsService &
  BodiesService &
  PlanningService &
  ConductService &
  AgendaService &
  AdditionsService &
  SettingsService &
  MeetingQueries;

export function createMeetingsService(deps: MeetingsDeps): MeetingsService {
  return {
    ...createRoomsService(deps),
    ...createBodiesService(deps),
    ...createPlanningService(deps),
    ...createConductService(deps),
    ...createAgendaService(deps),
    ...createAdditionsService(deps),
    ...createSettingsService(deps),
    ...createMeetingQueries(deps.database),
  };
}
