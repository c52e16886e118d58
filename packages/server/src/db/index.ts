/** The door to the database: types, transactions, notifications between nodes, and what maintains the schema. */
export { type Bus, type BusMessage, openBus, publish } from './bus.ts';
export { type Database, type Db, findAppRole, isUniqueViolation, type Json, openDatabase, type Tx } from './database.ts';
export { migrate } from './migrate.ts';
export { maintainPartitions } from './partitions.ts';
