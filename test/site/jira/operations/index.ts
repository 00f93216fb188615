import type { Operation } from '../door/operation';
import { absentThings } from './absent-things';
import { applicationRoles } from './application-roles';
import { audit } from './audit';
import { bulkChangelogs } from './bulk-changelogs';
import { commentList } from './comment-list';
import { groupMembers } from './group-members';
import { groupWrites } from './group-writes';
import { groups } from './groups';
import { issues } from './issues';
import { notify } from './notify';
import { permissionCheck } from './permission-check';
import { permissionSchemes } from './permission-schemes';
import { permissions } from './permissions';
import { projectRoles } from './project-roles';
import { projects } from './projects';
import { search } from './search';
import { siteFacts } from './site-facts';
import { userSearch } from './user-search';
import { users } from './users';
import { worklogs } from './worklogs';

/** Every operation the site models, for one site. */
export function allOperations(): readonly Operation[] {
  return [
    ...applicationRoles,
    ...groups,
    ...groupMembers,
    ...groupWrites,
    ...users,
    ...userSearch,
    ...audit,
    ...search(),
    ...issues,
    ...notify,
    ...commentList,
    ...bulkChangelogs,
    ...worklogs,
    ...permissions,
    ...permissionCheck,
    ...siteFacts,
    ...projects,
    ...projectRoles,
    ...permissionSchemes,
    ...absentThings,
  ];
}
