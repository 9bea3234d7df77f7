// Placeholder until the command line lands in this file.
process.exitCode = 2;
