import type { RouteObject } from 'react-router';
import { page } from './page.ts';

/** What staff keep in order, below `admin`. */
export const adminPages: RouteObject[] = [
  {
    path: 'organisations',
    lazy: page(
      async () =>
        (await import('../features/administration/organisations/OrganisationsPage.tsx'))
          .OrganisationsPage,
    ),
  },
  {
    path: 'people',
    lazy: page(
      async () => (await import('../features/administration/people/PeoplePage.tsx')).PeoplePage,
    ),
  },
  {
    path: 'faces',
    lazy: page(
      async () => (await import('../features/attendance/enrolment/desk/FacesPage.tsx')).FacesPage,
      'face',
      'faces',
    ),
  },
  {
    path: 'faces/import',
    lazy: page(
      async () =>
        (await import('../features/attendance/enrolment/portraits/ImportPage.tsx')).ImportPage,
      'face',
      'faces',
    ),
  },
  {
    path: 'bodies',
    lazy: page(
      async () => (await import('../features/administration/bodies/BodiesPage.tsx')).BodiesPage,
      'planning',
      'rules',
    ),
  },
  {
    path: 'rooms',
    lazy: page(
      async () => (await import('../features/administration/rooms/RoomsPage.tsx')).RoomsPage,
    ),
  },
  {
    path: 'devices',
    lazy: page(
      async () => (await import('../features/administration/devices/DevicesPage.tsx')).DevicesPage,
      'systems',
    ),
  },
  {
    path: 'meetings',
    lazy: page(
      async () =>
        (await import('../features/administration/meetings/MeetingsAdminPage.tsx'))
          .MeetingsAdminPage,
      'planning',
    ),
  },
  {
    path: 'slips',
    lazy: page(
      async () => (await import('../features/opinions/desk/SlipsPage.tsx')).SlipsPage,
      'opinions',
      'slips',
    ),
  },
  {
    path: 'slips/:slipId',
    lazy: page(
      async () => (await import('../features/opinions/desk/SlipPage.tsx')).SlipPage,
      'opinions',
      'slips',
    ),
  },
  {
    path: 'attendance',
    lazy: page(
      async () =>
        (await import('../features/attendance/statistics/StatisticsPage.tsx')).StatisticsPage,
      'statistics',
    ),
  },
  {
    path: 'audit',
    lazy: page(async () => (await import('../features/audit/AuditPage.tsx')).AuditPage, 'audit'),
  },
];
