/** Stands in for Atlassian's feature-gate client: nothing is initialized, every gate is off, every value its default. */
const FeatureGates = {
  initializeCompleted: (): boolean => false,
  checkGate: (): boolean => false,
  getExperimentValue: <Value>(_experiment: string, _parameter: string, defaultValue: Value): Value => defaultValue,
};

export default FeatureGates;
