// Command wasm is the engine as a WebAssembly reactor: the host writes a request into a buffer, calls, and reads
// the answer.
package main

import (
	"runtime"
	"runtime/debug"
	"unsafe"

	"sluice/engine/handlers"
)

var (
	engine  = handlers.New()
	request []byte
	answer  []byte
)

func main() {}

// ballast is never touched, and so takes no memory; it makes Go collect garbage once per 64 MiB or more.
var ballast = make([]byte, 64<<20)

func init() {
	debug.SetMemoryLimit(440 << 20)
}

//go:wasmexport sluice_buffer
func buffer(size int32) unsafe.Pointer {
	request = make([]byte, size)
	return unsafe.Pointer(unsafe.SliceData(request))
}

//go:wasmexport sluice_call
func call() int32 {
	defer runtime.KeepAlive(ballast)
	answer = engine.Call(request)
	request = nil
	return int32(len(answer))
}

//go:wasmexport sluice_answer
func answerPointer() unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(answer))
}
