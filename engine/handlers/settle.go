package handlers

import (
	"runtime"

	"sigs.k8s.io/kustomize/kyaml/openapi"
)

// settleResult tells how much memory the engine holds before it serves.
type settleResult struct {
	Heap uint64 `json:"heap"`
	Idle uint64 `json:"idle"`
}

// settle loads what every call needs and forgets the rest, so that the memory of a WebAssembly engine can be written
// down: later engines start from there.
func (e *Engine) settle() settleResult {
	openapi.Schema()
	*e = *New()
	growMemory()
	runtime.GC()
	runtime.GC()
	zeroFreeMemory()
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return settleResult{Heap: stats.HeapAlloc, Idle: stats.HeapIdle}
}

// growMemory takes memory at once that calls would ask for bit by bit; until it is used it costs nothing.
func growMemory() {
	runtime.KeepAlive(make([]byte, 224<<20))
}

// zeroFreeMemory allocates what is free, in ever smaller pieces, since memory is zeroed when it is handed out.
func zeroFreeMemory() {
	var stats runtime.MemStats
	var blocks [][]byte
	for size := 1 << 20; size >= 64<<10; size /= 2 {
		for runtime.ReadMemStats(&stats); stats.HeapIdle > uint64(2*size); runtime.ReadMemStats(&stats) {
			before := stats.HeapSys
			blocks = append(blocks, make([]byte, size))
			if runtime.ReadMemStats(&stats); stats.HeapSys > before {
				break
			}
		}
	}
	runtime.KeepAlive(blocks)
}
