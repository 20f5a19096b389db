"""What the operating system does to the program: its sessions, its sleep, its windows and its files."""
