/** What makes files of candidates: one piece of code that is loaded when somebody wants one. */
export { saveCandidates } from './candidate-file';
export { saveResults } from './results-file';
export { saveWorklist } from './worklist-file';
