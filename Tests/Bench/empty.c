// The floor: what the machine needs to start and end any process.
int main(void) { return 0; }
