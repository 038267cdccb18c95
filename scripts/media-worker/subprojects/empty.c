/* An empty library: stands where the worker links a bundled library whole. */
typedef int nghi_truong_empty_translation_unit;
