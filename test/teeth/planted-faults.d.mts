export interface Edit {
  file: string;
  from: string;
  to: string;
}

export interface PlantedFault {
  name: string;
  /** What nobody keeps any more. */
  breaks: string;
  edits: Edit[];
  /** Specs each of which has to have a test that fails. */
  specs: string[];
}

export declare const plantedFaults: readonly PlantedFault[];
