package main

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	// maxMemory is twice what the WebAssembly may have: its pointers are half as long.
	maxMemory = 1 << 30
	// softMemory is where Go begins to collect garbage all the time.
	softMemory = 640 << 20
	// outOfMemory is the exit status that tells the caller why.
	outOfMemory = 86
)

// watchMemory ends the program when it holds more memory than it may.
func watchMemory() {
	debug.SetMemoryLimit(softMemory)
	held := []metrics.Sample{
		{Name: "/memory/classes/total:bytes"},
		{Name: "/memory/classes/heap/released:bytes"},
	}
	for range time.Tick(5 * time.Millisecond) {
		metrics.Read(held)
		if held[0].Value.Uint64()-held[1].Value.Uint64() > maxMemory {
			os.Exit(outOfMemory)
		}
	}
}
