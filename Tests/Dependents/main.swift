import StoplineKit

// What another package's program does with the library: it reads a picture and asks a shipped network.
let assets = CommandLine.arguments[1]
let model = try SignModel(contentsOf: assets + "/Models/tiny.safetensors")
let picture = try Picture(contentsOf: assets + "/Signs/14-stop.png")
print(try model.classify(picture).name ?? "nothing")
