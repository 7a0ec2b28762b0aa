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

// ballast is never touched, and so takes no memory; it makes Go collect garbage once per 16 MiB or more.
var ballast = make([]byte, 16<<20)

// memoryLimit is where Go collects garbage whatever the ballast says. Of the 512 MiB that the memory may have, the program
// itself takes 60, and what is left above the limit is for large blocks that find no gap between smaller ones: Go gives up
// when it cannot have a block, without collecting first.
const memoryLimit = 320 << 20

func init() {
	debug.SetMemoryLimit(memoryLimit)
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
