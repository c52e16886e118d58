/**
 * The room of the operator: hosts' credentials and what they ask, network lists.
 *
 * A host's secret is shown once and kept as a hash. Introspection reads the authority at every call.
 *
 * Imports every room. The command line is in cli/.
 */
import './admin.table.ts';

export { createClientGuard } from './client-guard.ts';
export { createHostClient, listHostClients, revokeHostClient } from './host-client.ts';
export { introspectionRoutes } from './introspection.routes.ts';
export { importNetworkList, listNetworkLists, networkListsVersion, readNetworkLists, removeNetworkList } from './network-lists.ts';
