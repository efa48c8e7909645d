import type { Edit, PlantedFault } from './planted-faults.mjs';

export declare function editsOf(fault: PlantedFault): Edit[];
export declare function editFault(root: string, edit: Edit): string | undefined;
export declare function plant(root: string, fault: PlantedFault): () => void;
export declare function redefinedIn(root: string, edit: Edit): string[];
